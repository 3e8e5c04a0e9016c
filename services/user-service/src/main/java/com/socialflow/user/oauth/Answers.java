package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Issuer;
import com.socialflow.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the authorization server answers: to programs through the browser, to devices, and to our own pages. */
@Lazy
@Component
class Answers {

    private final Clients clients;
    private final Issuer issuer;
    private final ProblemWriter problems;
    private final JsonMapper json;

    Answers(Clients clients, Issuer issuer, ProblemWriter problems, JsonMapper json) {
        this.clients = clients;
        this.issuer = issuer;
        this.problems = problems;
        this.json = json;
    }

    /** Sends the code to the program, and says whose it is (RFC 9207). */
    void authorized(HttpServletRequest request, HttpServletResponse response, Authentication result)
            throws IOException {
        var answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) result;
        var code = answer.getAuthorizationCode();
        var redirect = answer.getRedirectUri();
        if (code == null || redirect == null) {
            throw new IllegalStateException("authorized, and no code");
        }
        redirect(response, redirect, answer.getState(), Map.of("code", code.getTokenValue()));
    }

    /**
     * Sends the error to the program; but to nobody whose address is not registered for the program: the browser would
     * become an open door.
     */
    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var error = ((OAuth2AuthenticationException) failure).getError();
        var asked = failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refusal
                ? refusal.getAuthorizationCodeRequestAuthentication()
                : null;
        var redirect = asked == null ? null : asked.getRedirectUri();
        var known = asked != null
                && redirect != null
                && clients.find(asked.getClientId())
                        .filter(client -> RedirectUris.match(client.redirectUris(), redirect))
                        .isPresent();
        var what = String.valueOf(error.getDescription());
        if (asked == null || redirect == null || !known) {
            problems.write(
                    Problem.badRequest(error.getErrorCode().replace('_', '-'), "the program asked wrongly. %s", what),
                    request,
                    response);
            return;
        }
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", error.getErrorCode());
        if (error.getDescription() != null) {
            parameters.put("error_description", error.getDescription());
        }
        redirect(response, redirect, asked.getState(), parameters);
    }

    private static void redirect(
            HttpServletResponse response, String address, @Nullable String state, Map<String, String> parameters)
            throws IOException {
        var all = new LinkedHashMap<>(parameters);
        if (state != null && !state.isEmpty()) {
            all.put("state", state);
        }
        all.put("iss", ServerContext.current().issuer());
        var text = new StringBuilder(address);
        var separator = address.contains("?") ? '&' : '?';
        for (var parameter : all.entrySet()) {
            text.append(separator).append(parameter.getKey()).append('=').append(encoded(parameter.getValue()));
            separator = '&';
        }
        response.sendRedirect(text.toString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** RFC 8628, section 3.2. */
    void device(HttpServletRequest request, HttpServletResponse response, Authentication result) throws IOException {
        var answer = (OAuth2DeviceAuthorizationRequestAuthenticationToken) result;
        var device = answer.getDeviceCode();
        var user = answer.getUserCode();
        if (device == null || user == null) {
            throw new IllegalStateException("a device, and no codes");
        }
        var page = issuer.address(request) + "/device";
        var body = new LinkedHashMap<String, Object>();
        body.put("device_code", device.getTokenValue());
        body.put("user_code", user.getTokenValue());
        body.put("verification_uri", page);
        body.put("verification_uri_complete", page + "?user_code=" + user.getTokenValue());
        body.put("expires_in", Codes.DEVICE_MAX.toSeconds());
        body.put("interval", Grants.POLL_EVERY.toSeconds());
        write(response, 200, body);
    }

    /** Back to our own page: the device goes on by itself. */
    void deviceAllowed(HttpServletRequest request, HttpServletResponse response, Authentication result)
            throws IOException {
        response.sendRedirect("/device?state=allowed");
    }

    void deviceRefused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var error = ((OAuth2AuthenticationException) failure).getError().getErrorCode();
        if (error.equals("access_denied")) {
            response.sendRedirect("/device?state=denied");
            return;
        }
        var problem = error.equals("invalid_grant")
                ? Problem.unprocessable("user-code-invalid", "no device waits with this code, or no longer")
                : Problem.badRequest(error.replace('_', '-'), "this can't be answered");
        problems.write(problem, request, response);
    }

    /** RFC 6749, section 5.2. */
    void error(HttpServletResponse response, int status, String error, String description) throws IOException {
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"socialflow\"");
        }
        write(response, status, Map.of("error", error, "error_description", description));
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    void problem(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        problems.write(problem, request, response);
    }

    /** Answers our own page, which follows redirects itself, with the address in JSON. */
    HttpServletResponse redirectsFor(HttpServletRequest request, HttpServletResponse response) {
        return new Redirects(
                response,
                Issuer.asked(request),
                issuer.address(request),
                address -> write(response, 200, Map.of("redirect", address)),
                MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader("Accept")));
    }
}
