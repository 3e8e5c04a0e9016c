package com.socialflow.social.words;

import com.socialflow.core.AccountId;
import com.socialflow.social.rules.WordVerdict;
import com.socialflow.social.views.Completions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hidden words where posts are shown. */
@Component
class PostWords implements Completions.Words {

    private final HiddenWords words;

    PostWords(HiddenWords words) {
        this.words = words;
    }

    @Override
    public Completions.Words.Matcher of(Optional<AccountId> viewer) {
        var matcher = words.of(viewer);
        return text -> matcher.find(text).map(PostWords::verdict).orElse(WordVerdict.SHOW);
    }

    private static WordVerdict verdict(WordAction action) {
        return switch (action) {
            case COLLAPSE -> WordVerdict.COLLAPSE;
            case HIDE -> WordVerdict.HIDE;
        };
    }
}
