"""Blocks a prompt or a tool call whose arguments hold a forbidden word."""

from cpex.framework import (
    Plugin,
    PluginConfig,
    PluginContext,
    PluginViolation,
    PromptPrehookPayload,
    PromptPrehookResult,
    ToolPreInvokePayload,
    ToolPreInvokeResult,
)


class WordGuard(Plugin):
    """`config.words` are compared without case, anywhere in any argument."""

    def __init__(self, config: PluginConfig) -> None:
        super().__init__(config)
        self.words = [word.casefold() for word in (config.config or {})["words"]]

    async def prompt_pre_fetch(self, payload: PromptPrehookPayload, context: PluginContext) -> PromptPrehookResult:
        return self.judge(PromptPrehookResult, payload.args)

    async def tool_pre_invoke(self, payload: ToolPreInvokePayload, context: PluginContext) -> ToolPreInvokeResult:
        return self.judge(ToolPreInvokeResult, payload.args)

    def judge(self, result, arguments):
        text = repr(arguments).casefold()
        for word in self.words:
            if word in text:
                violation = PluginViolation(
                    reason="forbidden word",
                    description=f"an argument holds the word {word!r}",
                    code="FORBIDDEN_WORD",
                    details={"word": word},
                )
                return result(continue_processing=False, violation=violation)
        return result(continue_processing=True)
