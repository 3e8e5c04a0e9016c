package com.socialflow.user.sessions;

import com.socialflow.platform.auth.Cookies;
import com.socialflow.platform.auth.SessionCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The cookie by which a browser is known again, with a token of each account that was entered in it. It signs nobody
 * in: it only tells its owner's tries apart from those of others.
 */
@Component
class DeviceCookies {

    /** Accounts that one browser is remembered by; the oldest goes for another. */
    static final int ACCOUNTS_MAX = 4;

    private static final Cookies.Kind KIND = new Cookies.Kind("sf_device", SessionCookies.SESSIONS_PATH, "Strict");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{24}");

    private final Cookies cookies;

    DeviceCookies(Cookies cookies) {
        this.cookies = cookies;
    }

    /** What earlier sign-ins left in the browser. */
    List<String> read(HttpServletRequest request) {
        return cookies.read(KIND, request).stream()
                .flatMap(value -> Stream.of(value.split("\\.")))
                .filter(token -> TOKEN.matcher(token).matches())
                .limit(ACCOUNTS_MAX)
                .toList();
    }

    /** Leaves a token beside the others. */
    void add(String token, HttpServletRequest request, HttpServletResponse response) {
        var tokens = new ArrayList<>(read(request));
        if (tokens.size() == ACCOUNTS_MAX) {
            tokens.removeFirst();
        }
        tokens.add(token);
        cookies.write(KIND, request, response, String.join(".", tokens), KnownDevices.KEPT);
    }
}
