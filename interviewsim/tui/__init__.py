"""The full-screen app: screens over the doors that `backstage` names, and nothing behind them."""
