package com.socialflow.user.accounts;

import static com.socialflow.core.Require.require;

import com.socialflow.core.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person is called in addresses and mentions: 3 to 30 of a to z, 0 to 9 and _, in lower case. */
public record Username(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9_]{3,30}");

    /** Names under which somebody could pass for the platform, or which mean something else in an address. */
    private static final Set<String> RESERVED = Set.of(
            "abuse",
            "account",
            "accounts",
            "actuator",
            "admin",
            "administrator",
            "all",
            "anonymous",
            "api",
            "app",
            "billing",
            "channel",
            "channels",
            "contact",
            "copyright",
            "deleted",
            "everyone",
            "explore",
            "feed",
            "help",
            "here",
            "home",
            "hostmaster",
            "info",
            "legal",
            "live",
            "login",
            "logout",
            "mail",
            "me",
            "media",
            "moderation",
            "moderator",
            "moderators",
            "nobody",
            "noreply",
            "no_reply",
            "null",
            "official",
            "postmaster",
            "privacy",
            "register",
            "root",
            "search",
            "security",
            "settings",
            "signin",
            "signup",
            "social_flow",
            "socialflow",
            "staff",
            "status",
            "studio",
            "support",
            "sysadmin",
            "system",
            "team",
            "terms",
            "trending",
            "undefined",
            "unknown",
            "upload",
            "user",
            "username",
            "users",
            "verified",
            "video",
            "videos",
            "watch",
            "webmaster",
            "www");

    /** The reserved names as a hasty eye sees them. */
    private static final Set<String> RESERVED_LOOKS =
            RESERVED.stream().map(Username::looks).collect(Collectors.toUnmodifiableSet());

    public Username {
        require(SHAPE.matcher(value).matches(), "a username has another shape than %s", value);
    }

    /** The name of someone who exists perhaps, in either case; empty when nobody can have it. */
    public static Optional<Username> find(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return SHAPE.matcher(lower).matches() ? Optional.of(new Username(lower)) : Optional.empty();
    }

    /**
     * A name for somebody new.
     *
     * @throws Problem 422 when nobody may have it
     */
    public static Username choose(String text) {
        var name = find(text)
                .orElseThrow(() -> Problem.invalid(
                        "username", "malformed", "a username is 3 to 30 characters of a to z, 0 to 9 and _"));
        if (RESERVED_LOOKS.contains(looks(name.value))) {
            throw Problem.invalid("username", "reserved", "this username is not for people");
        }
        return name;
    }

    /** The same for names that are taken for one another: {@code adm1n} and {@code _admin_} for {@code admin}. */
    private static String looks(String name) {
        return name.replace("_", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('8', 'b')
                .replace("rn", "m")
                .replace("vv", "w");
    }

    @Override
    public String toString() {
        return value;
    }
}
