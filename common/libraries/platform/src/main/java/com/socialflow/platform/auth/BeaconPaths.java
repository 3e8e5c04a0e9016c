package com.socialflow.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;

/**
 * Requests that browsers send by themselves as a page is left ({@code navigator.sendBeacon}), which carry no header of
 * ours, and which anybody may send. A cookie of our own page says who tells; nothing is refused for the sake of one: of
 * another site's page, or over, it says nothing. A service that takes such requests declares a bean of it.
 */
public record BeaconPaths(Predicate<HttpServletRequest> matching) {}
