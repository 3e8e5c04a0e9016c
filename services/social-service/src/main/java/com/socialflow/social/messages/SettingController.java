package com.socialflow.social.messages;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.social.messages.MessageSetting.OpenTo;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/message-settings")
class SettingController {

    private final MessageSettings settings;

    SettingController(MessageSettings settings) {
        this.settings = settings;
    }

    /** The wishes in words. */
    record MessageSettingForm(
            @Nullable String from, @Nullable Boolean readReceipts) {

        static MessageSettingForm of(MessageSetting setting) {
            return new MessageSettingForm(setting.from().word(), setting.readReceipts());
        }

        MessageSetting checked() {
            var open = Arrays.stream(OpenTo.values())
                    .filter(choice -> choice.word().equals(from))
                    .findAny()
                    .orElseThrow(() -> Problem.invalid("from", "choice", "everyone, followed or nobody"));
            if (readReceipts == null) {
                throw Problem.invalid("readReceipts", "type", "true or false");
            }
            return new MessageSetting(open, readReceipts);
        }
    }

    @Permit("conversation.settings")
    @GetMapping
    MessageSettingForm get(Actor actor) {
        return MessageSettingForm.of(settings.of(actor.account()));
    }

    @Permit("conversation.settings")
    @PutMapping
    MessageSettingForm put(@RequestBody MessageSettingForm form, Actor actor) {
        var setting = form.checked();
        settings.set(actor.account(), setting);
        return MessageSettingForm.of(setting);
    }
}
