package com.socialflow.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.platform.PlatformSettings;
import com.socialflow.testkit.Asvs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TemplatesTest {

    private static final String LINK = "https://social.example/page#token=abc_-123";

    private static final String MOMENT = "2026-11-27T09:30:00Z";

    /** Every kind of letter, with what its text may say. */
    private static final Map<String, List<String>> KINDS = Map.ofEntries(
            Map.entry("verify-email", List.of("link")),
            Map.entry("email-change-old", List.of("link", "newAddress")),
            Map.entry("email-change-new", List.of("link")),
            Map.entry("email-changed", List.of("newAddress")),
            Map.entry("reset-password", List.of("link")),
            Map.entry("password-changed", List.of()),
            Map.entry("new-sign-in", List.of("device", "address", "time", "link")),
            Map.entry("account-approved", List.of()),
            Map.entry("account-rejected", List.of("reason")),
            Map.entry("registration-waiting", List.of("username")),
            Map.entry("invite", List.of("link", "inviter")),
            Map.entry("factor-added", List.of("factor")),
            Map.entry("factor-removed", List.of("factor")),
            Map.entry("recovery-codes-low", List.of("left")),
            Map.entry("export-ready", List.of("link")),
            Map.entry("deletion-requested", List.of("date", "link")),
            Map.entry("deletion-cancelled", List.of()),
            Map.entry("account-erased", List.of()),
            Map.entry("parental-consent", List.of("link")),
            Map.entry("parental-consent-confirmed", List.of("childUsername", "link")),
            Map.entry("account-suspended", List.of("reason", "date")),
            Map.entry("account-restored", List.of()),
            Map.entry("client-authorised", List.of("client", "scopes", "link")),
            Map.entry("access-token-created", List.of("name")),
            Map.entry("identity-linked", List.of("provider")),
            Map.entry("passkey-copied", List.of("passkey")),
            Map.entry("digest", List.of("unread", "itemA", "itemB", "itemC", "itemD", "itemE", "link", "unsubscribe")),
            Map.entry("account-exists", List.of("link")));

    private final Templates templates = new Templates(new Links(
            new PlatformSettings(
                    Path.of("data"),
                    "https://social.example",
                    new PlatformSettings.Redis(""),
                    new PlatformSettings.Kafka("")),
            new MailSettings("", "no-reply@social.example"),
            new StandardEnvironment()));

    @Test
    void putsEveryKindIntoWordsOfEveryLanguage() {
        KINDS.forEach((kind, names) -> {
            for (var language : Templates.LANGUAGES) {
                var words = templates.render(letter(kind, names), language);

                assertThat(words.subject())
                        .as("subject of %s in %s", kind, language)
                        .isNotBlank()
                        .doesNotContain("{", "\n");
                assertThat(words.text()).as(kind).doesNotContain("{", "}").contains("https://social.example");
                assertThat(words.html())
                        .as(kind)
                        .doesNotContain("{link", "{site")
                        .contains("lang=\"" + language);
                names.forEach(name -> assertThat(words.subject() + words.text())
                        .as("%s of %s in %s", name, kind, language)
                        .contains(isMoment(name) ? "2026" : value(name)));
            }
        });
    }

    @Test
    void hasTheSameKindsInEveryLanguageAndNoOther() throws IOException {
        var expected = new TreeSet<>(KINDS.keySet());
        expected.add("footer");
        for (var language : Templates.LANGUAGES) {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath:com/socialflow/user/mail/letters/" + language + "/*.txt");

            assertThat(Arrays.stream(files)
                            .map(file -> String.valueOf(file.getFilename()).replace(".txt", "")))
                    .as(language)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void speaksEnglishToWhoSpeaksNeither() {
        var letter = letter("verify-email", List.of("link"));

        assertThat(templates.render(letter, "de-AT").subject()).isEqualTo("Bestätige deine E-Mail-Adresse");
        for (var locale : List.of("en-GB", "cs", "", "not a locale", "../../etc")) {
            assertThat(templates.render(letter, locale).subject()).isEqualTo("Confirm your email address");
        }
    }

    @Test
    void leavesOutWhatNobodySaid() {
        var words = templates.render(new Letter("account-rejected", Map.of("reason", "")), "en");

        assertThat(words.text()).doesNotContain("They say");
    }

    @Test
    void saysCodesInWords() {
        var letter = new Letter("factor-added", Map.of("factor", "totp"));

        assertThat(templates.render(letter, "en").text()).contains("an authenticator app");
        assertThat(templates.render(letter, "de").text()).contains("eine Authenticator-App");
    }

    @Test
    void saysMomentsAsPeopleDo() {
        var letter = letter("deletion-requested", List.of("date", "link"));

        assertThat(templates.render(letter, "en-GB").text()).contains("27 November 2026", "09:30 UTC");
        assertThat(templates.render(letter, "de-AT").text()).contains("27. November 2026", "09:30 UTC");
        assertThat(templates.render(letter, "cs").text()).contains("November 27, 2026");
    }

    @Asvs({"V1.1.2", "V1.2.1", "V1.3.7"})
    @Test
    void takesValuesForTextWhateverIsInThem() {
        var value = "<script>alert(1)</script>\r\nBcc: eve@example.com\u202E $1 \\ {link}";
        var words = templates.render(
                new Letter("client-authorised", Map.of("client", value, "scopes", "x", "link", LINK)), "en");

        assertThat(words.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(words.text()).contains("$1 \\ {link}").doesNotContain("\r", "\u202E", "\nBcc");
    }

    @Test
    void refusesLettersThatItHasNoWordsFor() {
        assertThatThrownBy(() -> templates.render(new Letter("verify-email", Map.of()), "en"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> templates.render(new Letter("../secret", Map.of()), "en"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> templates.render(new Letter("verify-email", Map.of("link", "javascript:x")), "en"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Letter letter(String kind, List<String> names) {
        var values = new HashMap<String, String>();
        names.forEach(name -> values.put(name, value(name)));
        return new Letter(kind, values);
    }

    private static String value(String name) {
        if (isMoment(name)) {
            return MOMENT;
        }
        return name.equals("link") || name.equals(Letter.UNSUBSCRIBE) ? LINK : "the " + name + " of it";
    }

    private static boolean isMoment(String name) {
        return name.equals("time") || name.equals("date");
    }
}
