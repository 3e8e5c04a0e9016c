package com.socialflow.social.personal;

import com.socialflow.core.AccountId;
import com.socialflow.platform.web.KeptAnswers;
import org.springframework.stereotype.Component;

/** Answers to requests with an {@code Idempotency-Key} are kept for a day; they are copies of what is exported. */
@Component
class KeptAnswersData implements PersonalData {

    private final KeptAnswers answers;

    KeptAnswersData(KeptAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        // Nothing that is not in the archive already.
    }

    @Override
    public int erase(AccountId account, int limit) {
        answers.forget(account);
        return 0;
    }
}
