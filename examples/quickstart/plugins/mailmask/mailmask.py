"""Masks e-mail addresses in what goes into a prompt or tool, and in what a tool answers."""

import re

from cpex.framework import (
    Plugin,
    PluginContext,
    PromptPrehookPayload,
    PromptPrehookResult,
    ToolPostInvokePayload,
    ToolPostInvokeResult,
    ToolPreInvokePayload,
    ToolPreInvokeResult,
)

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
MASK = "[address masked]"


def mask(value):
    """The same value, every string in it masked."""
    if isinstance(value, str):
        return ADDRESS.sub(MASK, value)
    if isinstance(value, dict):
        return {key: mask(item) for key, item in value.items()}
    if isinstance(value, list):
        return [mask(item) for item in value]
    return value


class MailMask(Plugin):
    async def prompt_pre_fetch(self, payload: PromptPrehookPayload, context: PluginContext) -> PromptPrehookResult:
        return self.rewrite(PromptPrehookResult, payload, "args")

    async def tool_pre_invoke(self, payload: ToolPreInvokePayload, context: PluginContext) -> ToolPreInvokeResult:
        return self.rewrite(ToolPreInvokeResult, payload, "args")

    async def tool_post_invoke(self, payload: ToolPostInvokePayload, context: PluginContext) -> ToolPostInvokeResult:
        return self.rewrite(ToolPostInvokeResult, payload, "result")

    def rewrite(self, result, payload, field):
        before = getattr(payload, field)
        after = mask(before)
        if after == before:
            return result(continue_processing=True)
        return result(continue_processing=True, modified_payload=payload.model_copy(update={field: after}))
