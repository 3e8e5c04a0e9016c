package com.socialflow.gateway.filters.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserHeadersTest {

    private static final String HTTPS_ALONE = "Strict-Transport-Security";

    private final BrowserHeaders asTheyCome = new BrowserHeaders(List.of(), false);

    // @Asvs("V3.4.1")
    @Test
    void whoCameByHttpsComesByHttpsAloneForAYear() throws Exception {
        for (var path : List.of("/", "/api/v1/me", "/media/images/x.jpg", "/embed/1")) {
            assertThat(answer(asTheyCome, path, true).getHeader(HTTPS_ALONE))
                    .as(path)
                    .isEqualTo("max-age=31536000; includeSubDomains");
            assertThat(answer(asTheyCome, path, false).getHeader(HTTPS_ALONE)).isNull();
        }
        var behindAProxy = new BrowserHeaders(List.of(), true);
        assertThat(answer(behindAProxy, "/", false).getHeader(HTTPS_ALONE)).isNotNull();
    }

    @Test
    void mediaMayComeFromWhereTheOperatorSays() throws Exception {
        var filter = new BrowserHeaders(List.of("https://cdn.example.com"), false);

        assertThat(answer(filter, "/", false).getHeader("Content-Security-Policy"))
                .contains("media-src 'self' blob: https://cdn.example.com;", "script-src 'self';");
    }

    private static MockHttpServletResponse answer(BrowserHeaders filter, String path, boolean secure)
            throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setSecure(secure);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
