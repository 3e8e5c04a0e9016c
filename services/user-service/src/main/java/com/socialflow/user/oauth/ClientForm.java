package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program as its maker describes it. What is left out of a change stays as it is. */
record ClientForm(
        @Nullable String name,
        @Nullable List<String> redirectUris,
        @Nullable List<String> postLogoutRedirectUris,
        @Nullable String website,
        @Nullable Boolean confidential,
        @Nullable List<String> grants,
        @Nullable Boolean dpop) {

    private static final int NAME_MAX = 60;
    private static final int URIS_MAX = 10;
    private static final int WEBSITE_MAX = 500;

    /** What a form says once it is checked. */
    record Checked(
            String name,
            @Nullable String website,
            List<String> redirectUris,
            List<String> logoutUris,
            Set<Flow> flows,
            boolean confidential,
            boolean dpop) {}

    /**
     * What it says.
     *
     * @param before the program that is changed; null: a new one
     * @throws Problem 422 with what is wrong
     */
    Checked checked(@Nullable Client before) {
        var errors = new ArrayList<FieldError>();
        var named = name != null ? name.strip() : before == null ? "" : before.name();
        if (named.isEmpty() || named.length() > NAME_MAX || named.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("name", "invalid", "1 to %d characters".formatted(NAME_MAX)));
        }
        var redirects = uris("redirectUris", redirectUris, before == null ? List.of() : before.redirectUris(), errors);
        var logouts = uris(
                "postLogoutRedirectUris",
                postLogoutRedirectUris,
                before == null ? List.of() : before.logoutUris(),
                errors);
        var flows = flows(before, errors);
        var secret = before == null ? Boolean.TRUE.equals(confidential) : before.confidential();
        if (before != null && confidential != null && confidential != secret) {
            errors.add(new FieldError("confidential", "fixed", "register another program instead"));
        }
        if (flows.contains(Flow.AUTHORIZATION_CODE) && redirects.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("redirectUris", "required", "at least one"));
        }
        if (flows.contains(Flow.CLIENT_CREDENTIALS) && !secret) {
            errors.add(new FieldError("grants", "confidential-only", "client-credentials needs a secret"));
        }
        var site = website != null ? website(website, errors) : before == null ? null : before.website();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        var bound = dpop != null ? dpop : before != null && before.dpop();
        return new Checked(named, site, redirects, logouts, flows, secret, bound);
    }

    private static List<String> uris(
            String field, @Nullable List<String> given, List<String> before, List<FieldError> errors) {
        if (given == null) {
            return before;
        }
        if (given.size() > URIS_MAX || given.stream().anyMatch(uri -> uri == null || !RedirectUris.acceptable(uri))) {
            errors.add(new FieldError(
                    field,
                    "invalid",
                    "at most %d of https://…, http://127.0.0.1/… or com.example.app:/…, without fragment or wildcard"
                            .formatted(URIS_MAX)));
            return List.of();
        }
        return given.stream().distinct().toList();
    }

    private Set<Flow> flows(@Nullable Client before, List<FieldError> errors) {
        if (grants == null) {
            return before == null ? Set.of(Flow.AUTHORIZATION_CODE) : before.flows();
        }
        var flows = EnumSet.noneOf(Flow.class);
        for (var grant : grants) {
            var flow = grant == null ? null : Flow.find(grant).orElse(null);
            if (flow != null) {
                flows.add(flow);
            }
        }
        if (flows.isEmpty() || flows.size() != grants.size()) {
            errors.add(new FieldError("grants", "invalid", "authorization-code, client-credentials or device-code"));
        }
        return flows;
    }

    private static @Nullable String website(String text, List<FieldError> errors) {
        if (text.isBlank()) {
            return null;
        }
        try {
            var uri = URI.create(text);
            if (text.length() <= WEBSITE_MAX && "https".equals(uri.getScheme()) && uri.getHost() != null) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        errors.add(new FieldError("website", "invalid", "an address that begins with https://"));
        return null;
    }
}
