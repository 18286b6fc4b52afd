# mcp-stack-deploy template sitecustomize.py 1
"""Lets `ssl.VerifyMode` take a digit string.

The plugin runtime (cpex) hands uvicorn its `ssl_cert_reqs` as text, and uvicorn ends with "'2' is not a valid
VerifyMode". Python imports this module at start because PYTHONPATH names its folder. Once a runtime passes a number
nothing here is used. Switch it off with `runtime_compat: false`.
"""


def _teach_verify_mode():
    import ssl

    missing = ssl.VerifyMode._missing_

    def accept_digits(cls, value):
        if value in ("0", "1", "2"):
            return cls(int(value))
        return missing(value)

    ssl.VerifyMode._missing_ = classmethod(accept_digits)


def _run_hidden():
    """Runs the sitecustomize of the image, if it has one: only the first on the path is imported by Python."""
    import importlib.machinery
    import importlib.util
    import os
    import sys

    own = os.path.realpath(os.path.dirname(__file__))
    rest = [entry for entry in sys.path if os.path.realpath(entry or os.curdir) != own]
    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", rest)
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


try:
    _teach_verify_mode()
except (ImportError, AttributeError):  # a Python without ssl, or an enum of another make: nothing to teach
    pass
_run_hidden()
