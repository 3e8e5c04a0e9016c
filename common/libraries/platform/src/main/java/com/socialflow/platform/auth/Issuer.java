package com.socialflow.platform.auth;

import com.socialflow.platform.PlatformSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * In whose name tokens are signed (their {@code iss}): the configured issuer, else the public address, else the address
 * of the request. Where neither is configured the keys alone tell which tokens are ours.
 */
public class Issuer {

    /** Of tokens for our own client, where no address is configured. */
    static final String UNNAMED = "https://socialflow.invalid";

    private final String configured;
    private final String publicUrl;

    Issuer(AuthSettings auth, PlatformSettings platform) {
        publicUrl = platform.publicUrl();
        configured = auth.issuer().isEmpty() ? publicUrl : auth.issuer();
    }

    /** As tokens for our own client say it, which are made outside of requests too. */
    public String name() {
        return configured.isEmpty() ? UNNAMED : configured;
    }

    /** As everybody who asks at this address is told. */
    public String name(HttpServletRequest request) {
        return configured.isEmpty() ? address(request) : configured;
    }

    /** The address that people use, without a slash at the end. */
    public String address(HttpServletRequest request) {
        return publicUrl.isEmpty() ? asked(request) : publicUrl;
    }

    /** The address that this request was sent to, without a slash at the end. */
    public static String asked(HttpServletRequest request) {
        var scheme = request.getScheme().toLowerCase(Locale.ROOT);
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        var port = request.getServerPort();
        var usual = port == ("https".equals(scheme) ? 443 : 80);
        return usual ? scheme + "://" + host : scheme + "://" + host + ":" + port;
    }

    /** Whether a token with a good signature may say this. */
    boolean accepts(String issuer) {
        return configured.isEmpty() || configured.equals(issuer);
    }
}
