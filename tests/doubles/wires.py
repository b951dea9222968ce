"""respx over the transport that the vendor's client really uses."""

from typing import ClassVar

import respx
from respx.mocks import HTTPCoreMocker


class Httpcore2Mocker(HTTPCoreMocker):
    name = "httpcore2"
    targets: ClassVar[list[str]] = [target.replace("httpcore", "httpcore2") for target in HTTPCoreMocker.targets]


def wires() -> respx.MockRouter:
    return respx.mock(using=Httpcore2Mocker.name, assert_all_called=False)
