package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CookiesTest {

    private static final Cookies.Kind EVERYWHERE = new Cookies.Kind("sf_a", "/", "Lax");
    private static final Cookies.Kind SOMEWHERE = new Cookies.Kind("sf_b", "/api/v1/sessions", "Strict");

    private final Cookies asTheyCome = cookies(false);
    private final Cookies behindAProxy = cookies(true);

    @Asvs({"V3.3.1", "V3.3.2", "V3.3.4"})
    @Test
    void overHttpsAreForHttpsAlone() {
        assertThat(written(asTheyCome, EVERYWHERE, "https"))
                .startsWith("__Host-sf_a=x; Path=/;")
                .contains("; Secure; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(written(asTheyCome, SOMEWHERE, "https"))
                .startsWith("__Secure-sf_b=x; Path=/api/v1/sessions;")
                .contains("; Secure; HttpOnly; SameSite=Strict");
        assertThat(written(behindAProxy, EVERYWHERE, "http"))
                .startsWith("__Host-sf_a=x;")
                .contains("; Secure;");
    }

    @Test
    void overHttpHaveNoNameThatBrowsersWouldRefuse() {
        assertThat(written(asTheyCome, EVERYWHERE, "http")).startsWith("sf_a=x;").doesNotContain("Secure");
    }

    @Asvs("V3.3.1")
    @Test
    void areNotTakenFromWhoeverPlantedThemByAnotherName() {
        var request = request("https");
        request.setCookies(new Cookie("sf_a", "planted"), new Cookie("__Secure-sf_a", "planted"));
        assertThat(asTheyCome.read(EVERYWHERE, request)).isEmpty();

        request.setCookies(new Cookie("sf_a", "planted"), new Cookie("__Host-sf_a", "ours"));
        assertThat(asTheyCome.read(EVERYWHERE, request)).hasValue("ours");
    }

    @Test
    void areGoneWhenCleared() {
        var response = new MockHttpServletResponse();
        asTheyCome.clear(SOMEWHERE, request("https"), response);

        assertThat(response.getHeader("Set-Cookie")).startsWith("__Secure-sf_b=;").contains("Max-Age=0");
    }

    private static String written(Cookies cookies, Cookies.Kind kind, String scheme) {
        var response = new MockHttpServletResponse();
        cookies.write(kind, request(scheme), response, "x", Duration.ofMinutes(1));
        return String.valueOf(response.getHeader("Set-Cookie"));
    }

    private static MockHttpServletRequest request(String scheme) {
        var request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        return request;
    }

    private static Cookies cookies(boolean alwaysSecure) {
        return new Cookies(new AuthSettings("", Duration.ofMinutes(10), "", alwaysSecure, ""));
    }
}
