package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.Problem;
import com.socialflow.testkit.Asvs;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CrossSiteTest {

    @Test
    void letsReadsPass() {
        passes("GET", Map.of("Sec-Fetch-Site", "cross-site"));
        passes("HEAD", Map.of());
    }

    @Test
    void letsChangesFromOwnPagesPass() {
        passes("POST", Map.of(CrossSite.HEADER, "1"));
        passes("POST", Map.of(CrossSite.HEADER, "1", "Sec-Fetch-Site", "same-origin"));
        passes("POST", Map.of(CrossSite.HEADER, "1", "Origin", "https://social.example:8443"));
    }

    @Asvs({"V3.5.1", "V3.5.2"})
    @Test
    void refusesChangesWithoutTheHeader() {
        refuses("POST", Map.of("Sec-Fetch-Site", "same-origin"));
        refuses("DELETE", Map.of(CrossSite.HEADER, "0"));
        refuses("PATCH", Map.of(CrossSite.HEADER, ""));
    }

    @Asvs("V3.5.1")
    @Test
    void refusesChangesThatSayThatTheyComeFromElsewhere() {
        refuses("POST", Map.of(CrossSite.HEADER, "1", "Sec-Fetch-Site", "cross-site"));
        refuses("POST", Map.of(CrossSite.HEADER, "1", "Sec-Fetch-Site", "same-site"));
        refuses("PUT", Map.of(CrossSite.HEADER, "1", "Origin", "https://evil.example"));
        refuses("PUT", Map.of(CrossSite.HEADER, "1", "Origin", "https://social.example"));
        refuses("PUT", Map.of(CrossSite.HEADER, "1", "Origin", "null"));
        refuses("PUT", Map.of(CrossSite.HEADER, "1", "Origin", "ht tp:"));
    }

    private static void passes(String method, Map<String, String> headers) {
        assertThatCode(() -> CrossSite.refuse(request(method, headers))).doesNotThrowAnyException();
    }

    private static void refuses(String method, Map<String, String> headers) {
        assertThatThrownBy(() -> CrossSite.refuse(request(method, headers)))
                .isInstanceOf(Problem.class)
                .hasFieldOrPropertyWithValue("code", "cross-site");
    }

    private static MockHttpServletRequest request(String method, Map<String, String> headers) {
        var request = new MockHttpServletRequest(method, "/api/v1/posts");
        request.addHeader("Host", "social.example:8443");
        headers.forEach(request::addHeader);
        return request;
    }
}
