package com.socialflow.user.erasure;

import com.socialflow.platform.web.KeptAnswers;
import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.PersonalErasure;
import org.springframework.stereotype.Component;

/** Answers that are kept for repeated requests say things about people, too. */
@Component
class AnswerErasure implements PersonalErasure {

    private final KeptAnswers answers;

    AnswerErasure(KeptAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void erase(Leaver leaver) {
        answers.forget(leaver.account());
    }
}
