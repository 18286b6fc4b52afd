# mcp-stack-deploy template sitecustomize.py 1
"""Mends three things of the Python runtimes, where they are as they were when this was written; else it does nothing.

Plugins: cpex hands uvicorn its `ssl_cert_reqs` as text, and uvicorn ends with "'2' is not a valid VerifyMode".
Gateways (`rolling: parallel`): every 30 seconds a gateway opens its plugin sessions anew and closes the old ones under
the calls that use them; these never get their answer. Here the old sessions end when no call can be using them.
Gateways: all calls wait for one task that opens the sessions, and the first that hangs up meanwhile (a probe whose time is
over) cancels it for all, which are answered with HTTP 500. Here it goes on for the others.

Python imports this module at start because PYTHONPATH names its folder. Switch it off with `runtime_compat: false`.
"""

import importlib.machinery
import importlib.util
import os
import sys


def _teach_verify_mode():
    import ssl

    missing = ssl.VerifyMode._missing_

    def accept_digits(cls, value):
        if value in ("0", "1", "2"):
            return cls(int(value))
        return missing(value)

    ssl.VerifyMode._missing_ = classmethod(accept_digits)


class _WhenImported:
    """Finds one module as Python would, and changes it after it has run."""

    def __init__(self, name, change):
        self.name, self.change = name, change

    def find_spec(self, name, path, target=None):
        if name != self.name:
            return None
        sys.meta_path.remove(self)
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            run = spec.loader.exec_module

            def run_and_change(module):
                run(module)
                self.change(module)

            spec.loader.exec_module = run_and_change
        return spec


def _keep_sessions(module):
    """The module that holds a gateway's plugin managers; a manager holds one session for each plugin."""
    import asyncio
    import logging

    try:
        manager, factory = module.TenantPluginManager, module.TenantPluginManagerFactory
        end, end_all, get = manager.shutdown, factory.shutdown, factory.get_manager
        # No call to a plugin takes longer; the gateway's own default is 30.
        longest = float(os.environ.get("PLUGINS_PLUGIN_TIMEOUT") or 30) + 5
    except (AttributeError, ValueError):
        return
    ending, opening = set(), set()

    async def get_to_the_end(*args, **kwargs):
        task = asyncio.get_running_loop().create_task(get(*args, **kwargs))
        opening.add(task)
        task.add_done_callback(opening.discard)
        return await asyncio.shield(task)

    async def end_later(self):
        await asyncio.sleep(longest)
        try:
            await end(self)
        except Exception as error:
            logging.getLogger(module.__name__).warning("Old plugin sessions did not end cleanly: %s", error)

    async def schedule(self):
        task = asyncio.get_running_loop().create_task(end_later(self))
        ending.add(task)
        task.add_done_callback(ending.discard)

    async def end_at_once(self):
        """The gateway itself ends."""
        manager.shutdown = end
        for task in ending:
            task.cancel()
        await end_all(self)

    manager.shutdown, factory.shutdown, factory.get_manager = schedule, end_at_once, get_to_the_end


def _run_hidden():
    """Runs the sitecustomize of the image, if it has one: only the first on the path is imported by Python."""
    own = os.path.realpath(os.path.dirname(__file__))
    rest = [entry for entry in sys.path if os.path.realpath(entry or os.curdir) != own]
    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", rest)
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


try:
    _teach_verify_mode()
except (ImportError, AttributeError):  # a Python without ssl, or an enum of another make: nothing to teach
    pass
sys.meta_path.insert(0, _WhenImported("mcpgateway.plugins.gateway_plugin_manager", _keep_sessions))
_run_hidden()
