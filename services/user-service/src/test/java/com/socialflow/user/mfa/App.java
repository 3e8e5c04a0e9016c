package com.socialflow.user.mfa;

import com.socialflow.testkit.TestClock;
import com.socialflow.user.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An authenticator app, as a test holds it. */
public final class App {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final TestClock clock;
    private List<String> recoveryCodes = List.of();

    public App(String base32, TestClock clock) {
        this.secret = decode(base32);
        this.clock = clock;
    }

    /** Sets an app up for somebody, and waits until its next code. */
    public static App setUp(Person person, TestClock clock) {
        var app = new App(person.post("/api/v1/me/totp").text("secret"), clock);
        var answer = person.post("/api/v1/me/totp/activation", Map.of("code", app.code()));
        app.recoveryCodes = answer.body()
                .get("recoveryCodes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
        clock.advance(Duration.ofSeconds(TimeCodes.PERIOD_SECONDS));
        return app;
    }

    /** The code that it shows now. */
    public String code() {
        return TimeCodes.code(secret, TimeCodes.step(clock.instant()));
    }

    /** The code that it shows so many steps from now. */
    public String code(int steps) {
        return TimeCodes.code(secret, TimeCodes.step(clock.instant()) + steps);
    }

    /** A code that it shows at no time near. */
    public String wrongCode() {
        for (var number = 0; ; number++) {
            var code = "%06d".formatted(number);
            if (TimeCodes.stepOf(secret, code, clock.instant()).isEmpty()) {
                return code;
            }
        }
    }

    /** What was told with the first code. */
    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    private static byte[] decode(String base32) {
        var bytes = new byte[base32.length() * 5 / 8];
        var buffer = 0L;
        var held = 0;
        var at = 0;
        for (var character : base32.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(character);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (buffer >> held);
            }
        }
        return bytes;
    }
}
