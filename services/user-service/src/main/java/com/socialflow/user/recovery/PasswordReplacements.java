package com.socialflow.user.recovery;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.accounts.NewPasswords;
import com.socialflow.user.emails.EmailChanges;
import com.socialflow.user.onetime.OneTimeTokens;
import com.socialflow.user.onetime.OneTimeTokens.Purpose;
import com.socialflow.user.sessions.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a new password in place, with all that follows from it. The account's second factor stays as it is. */
@Component
class PasswordReplacements {

    private final NewPasswords passwords;
    private final OneTimeTokens tokens;
    private final EmailChanges changes;
    private final Sessions sessions;
    private final PasswordNews news;

    PasswordReplacements(
            NewPasswords passwords, OneTimeTokens tokens, EmailChanges changes, Sessions sessions, PasswordNews news) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.changes = changes;
        this.sessions = sessions;
        this.news = news;
    }

    /**
     * Uses up the token for a new password. Whoever had the old one is out: all sessions end, and so does a change of
     * address that is under way. False when the token was used meanwhile.
     */
    @Transactional
    boolean reset(String token, String hash) {
        var proof = tokens.use(Purpose.RESET_PASSWORD, token).orElse(null);
        if (proof == null) {
            return false;
        }
        passwords.set(proof.account(), hash);
        changes.cancel(proof.account());
        sessions.endAll(proof.account(), "password-reset");
        news.reset(proof.account(), new Email(proof.address()));
        return true;
    }

    /** Changes the password of who is signed in by this session; the others end. */
    @Transactional
    void change(AccountId account, String session, String hash) {
        passwords.set(account, hash);
        tokens.revoke(account, Purpose.RESET_PASSWORD);
        sessions.endOthers(account, session, "password-changed");
        news.changed(account);
    }
}
