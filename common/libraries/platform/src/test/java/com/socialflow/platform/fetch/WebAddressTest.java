package com.socialflow.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c#d, https://example.org/a?b=c#d",
        "http://example.org:8080/, http://example.org:8080/",
        "HTTPS://Example.org/, HTTPS://Example.org/",
        "https://bücher.example/straße?q=ü, https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%BC",
        "https://bücher.example:8443/, https://xn--bcher-kva.example:8443/",
        "http://1.2.3.4/, http://1.2.3.4/",
        "http://[2606:4700::1111]/, http://[2606:4700::1111]/",
        "http://１.２.３.４/, http://1.2.3.4/",
        "https://4chan.example/, https://4chan.example/"
    })
    void readsAddressesOfTheWeb(String written, String read) {
        assertThat(WebAddress.parse(written)).hasValue(URI.create(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "javascript:alert(1)",
                "data:text/html,x",
                "http:///x",
                "http://",
                "http://user@example.org/",
                "http://user:password@example.org/",
                "http://example.org:99999/",
                "http://exa mple.org/",
                "http://example.org\\@127.0.0.1/",
                "http://%31%32%37.0.0.1/",
                // Notations of 127.0.0.1.
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.0.01/",
                "http://127.0.0.1./",
                "http://[fe80::1%25eth0]:bad/"
            })
    void readsNothingElse(String written) {
        assertThat(WebAddress.parse(written)).isEmpty();
    }

    @Test
    void readsNothingEndless() {
        assertThat(WebAddress.parse("https://example.org/" + "a".repeat(3_000))).isEmpty();
    }
}
