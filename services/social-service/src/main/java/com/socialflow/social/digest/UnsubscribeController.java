package com.socialflow.social.digest;

import com.socialflow.core.Problem;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the link of a letter leads, without a sign-in: the token of the letter is enough, and gives nothing else. Mail
 * programs POST here (RFC 8058); to look at the page changes nothing, since programs look at links on their own.
 */
@RestController
@RequestMapping(UnsubscribeController.PATH)
class UnsubscribeController {

    static final String PATH = "/api/v1/digests/unsubscription";

    /** Nothing is loaded, and the form leads here. */
    private static final String POLICY = "default-src 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%2$s</title></head><body><h1>%2$s</h1>%3$s</body></html>
            """;
    private static final String FORM = "<form method=\"post\"><button>%s</button></form>";

    private final Digests digests;

    UnsubscribeController(Digests digests) {
        this.digests = digests;
    }

    /** Asks whether the letters are to end. */
    @Permit("digest.unsubscribe")
    @GetMapping
    ResponseEntity<String> ask(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        return german(language)
                ? page("de", "Keine Nachrichten mehr bekommen?", FORM.formatted("Abbestellen"))
                : page("en", "Get no more of these letters?", FORM.formatted("Unsubscribe"));
    }

    /** Ends them. */
    @Permit("digest.unsubscribe")
    @Limited(RouteClass.RECOVERY)
    @PostMapping
    ResponseEntity<String> end(
            @RequestParam(required = false) @Nullable String token,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        if (token == null || !digests.unsubscribe(token)) {
            throw Problem.badRequest("token-invalid", "this link is not one of ours");
        }
        return german(language)
                ? page("de", "Du bekommst keine mehr.", "")
                : page("en", "You get no more of them.", "");
    }

    private static boolean german(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("de");
    }

    private static ResponseEntity<String> page(String language, String title, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PAGE.formatted(language, title, body));
    }
}
