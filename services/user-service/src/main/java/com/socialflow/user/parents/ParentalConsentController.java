package com.socialflow.user.parents;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.accounts.ChildRegistrations;
import com.socialflow.user.accounts.ChildRegistrations.ChildForm;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.erasure.ErasureRounds;
import com.socialflow.user.parents.ParentalAnswers.AnswerOutcome.Made;
import com.socialflow.user.parents.ParentalAnswers.AnswerOutcome.Unknown;
import com.socialflow.user.parents.ParentalAnswers.AnswerOutcome.UsernameTaken;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Limited(RouteClass.RECOVERY)
@RestController
@RequestMapping("/api/v1/parental-consents")
class ParentalConsentController {

    /** Characters. */
    private static final int NAME_MAX = 100;

    private final ParentalConsents consents;
    private final ParentalLimits limits;
    private final ParentalAnswers answers;
    private final ChildRegistrations children;
    private final Revocations revocations;
    private final ErasureRounds rounds;

    ParentalConsentController(
            ParentalConsents consents,
            ParentalLimits limits,
            ParentalAnswers answers,
            ChildRegistrations children,
            Revocations revocations,
            ErasureRounds rounds) {
        this.consents = consents;
        this.limits = limits;
        this.answers = answers;
        this.children = children;
        this.revocations = revocations;
        this.rounds = rounds;
    }

    record RequestForm(@Nullable String parentEmail) {

        /** Keeps the address out of logs. */
        @Override
        public String toString() {
            return "RequestForm[]";
        }
    }

    record TokenForm(@Nullable String token) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "TokenForm[]";
        }
    }

    record AnswerForm(
            @Nullable String token,
            @Nullable String parentName,
            @Nullable Boolean agrees,
            @Nullable ChildForm child) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "AnswerForm[]";
        }
    }

    record LookupView(Instant expiresAt) {}

    record ChildView(AccountId id) {}

    /** Says the same whether a letter leaves or there were too many. */
    @PostMapping
    @Permit("parental-consent.request")
    ResponseEntity<Void> request(@RequestBody RequestForm form, Locale locale, HttpServletRequest request) {
        var parent = address(required("parentEmail", form.parentEmail()));
        if (limits.take(parent.value(), request.getRemoteAddr())) {
            consents.request(parent, locale.toLanguageTag());
        }
        return ResponseEntity.accepted().build();
    }

    private static Email address(String text) {
        try {
            return Email.parse(text);
        } catch (Problem problem) {
            throw Problem.invalid("parentEmail", "malformed", "this is no email address that takes mail");
        }
    }

    @PostMapping("/lookup")
    @Permit("parental-consent.look-up")
    LookupView lookUp(@RequestBody TokenForm form) {
        return consents.find(required("token", form.token()))
                .map(LookupView::new)
                .orElseThrow(() -> Problem.notFound("parental-request"));
    }

    @PostMapping("/completion")
    @Permit("parental-consent.complete")
    ResponseEntity<ChildView> complete(@RequestBody AnswerForm form) {
        var token = required("token", form.token());
        var name = required("parentName", form.parentName()).strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw Problem.invalid("parentName", "out-of-range", "a name has 1 to %d characters", NAME_MAX);
        }
        if (!Boolean.TRUE.equals(form.agrees())) {
            throw Problem.invalid("agrees", "required", "without it there is no account");
        }
        if (form.child() == null) {
            throw Problem.invalid("child", "required", "this is needed");
        }
        var address = consents.address(token);
        return switch (answers.agree(token, name, address, children.prepare(form.child()))) {
            case Made(var child) ->
                ResponseEntity.created(URI.create("/api/v1/accounts/" + child))
                        .cacheControl(CacheControl.noStore())
                        .body(new ChildView(child));
            case UsernameTaken() -> throw Problem.conflict("username-taken", "somebody has this username");
            case Unknown() -> throw Problem.notFound("parental-request");
        };
    }

    @PostMapping("/revocation")
    @Permit("parental-consent.revoke")
    ResponseEntity<Void> revoke(@RequestBody TokenForm form) {
        if (!revocations.revoke(required("token", form.token()))) {
            throw Problem.notFound("parental-consent");
        }
        rounds.soon();
        return ResponseEntity.noContent().build();
    }

    private static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, "required", "this is needed");
        }
        return text;
    }
}
