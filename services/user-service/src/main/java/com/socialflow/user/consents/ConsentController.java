package com.socialflow.user.consents;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageView;
import com.socialflow.user.consents.Consents.DecideOutcome.Decided;
import com.socialflow.user.consents.Consents.DecideOutcome.Gone;
import com.socialflow.user.consents.Consents.DecideOutcome.Needed;
import com.socialflow.user.consents.Consents.DecideOutcome.OtherVersion;
import com.socialflow.user.consents.Consents.DecideOutcome.ParentNeeded;
import com.socialflow.user.consents.Consents.DecideOutcome.TooYoung;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/consents")
class ConsentController {

    private final Consents consents;

    ConsentController(Consents consents) {
        this.consents = consents;
    }

    record ConsentView(
            String purpose,
            boolean granted,
            String version,
            @Nullable Instant at,
            String source) {

        static ConsentView of(Consent consent) {
            return new ConsentView(
                    consent.purpose().text(),
                    consent.granted(),
                    consent.version(),
                    consent.at(),
                    consent.source().text());
        }
    }

    record DecisionForm(@Nullable Boolean granted, @Nullable String version) {}

    @GetMapping
    @Permit("consent.list")
    PageView<ConsentView> list(Actor actor) {
        return new PageView<>(
                consents.of(actor.account()).stream().map(ConsentView::of).toList(), null);
    }

    @PutMapping("/{purpose}")
    @Permit("consent.change")
    ConsentView decide(@PathVariable String purpose, @RequestBody DecisionForm form, Actor actor) {
        var known = Purpose.find(purpose).orElseThrow(() -> Problem.notFound("purpose"));
        if (form.granted() == null) {
            throw Problem.invalid("granted", "required", "this is needed");
        }
        if (form.version() == null) {
            throw Problem.invalid("version", "required", "this is needed");
        }
        return switch (consents.decide(actor.account(), known, form.granted(), form.version())) {
            case Decided(var consent) -> ConsentView.of(consent);
            case OtherVersion(var current) ->
                throw Problem.conflict("policy-changed", "another text applies now: show it first")
                        .extension("version", current);
            case Needed() ->
                throw Problem.unprocessable(
                        "consent-needed", "an account is not possible without it: ask for your deletion instead");
            case TooYoung() -> throw Problem.unprocessable("not-for-minors", "nobody under 18 is asked for this");
            case ParentNeeded() ->
                throw Problem.unprocessable("parental-consent-required", "a parent would have to agree to this");
            case Gone() -> throw Problem.unauthorized("authentication-required", "this account is gone");
        };
    }
}
