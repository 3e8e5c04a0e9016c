package com.socialflow.user.consents;

import com.socialflow.core.Problem;
import com.socialflow.platform.policy.Permit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/policies")
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    record PolicyView(String purpose, String version, String language, String title, String text) {}

    /** In the language that is asked for, or else the one that the browser prefers. */
    @GetMapping("/{purpose}")
    @Permit("policy.read")
    ResponseEntity<PolicyView> find(
            @PathVariable String purpose,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String language,
            Locale preferred) {
        var locale = language == null ? preferred.toLanguageTag() : language;
        var policy = Purpose.find(purpose)
                .flatMap(known -> version == null
                        ? Optional.of(policies.current(known, locale))
                        : policies.find(known, version, locale))
                .orElseThrow(() -> Problem.notFound("policy"));
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(new PolicyView(
                        policy.purpose().text(), policy.version(), policy.language(), policy.title(), policy.text()));
    }
}
