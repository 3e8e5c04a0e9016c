package com.socialflow.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.views.population.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The public page says what the rule does. */
class ViewRulePageTest {

    private static final Path PAGE = Path.of(System.getProperty("project.root", "../../.."), "docs/VIEW_RULE.md");

    @Test
    void everyReasonIsExplainedAndEveryExplanationHasItsReason() throws IOException {
        var explained = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(section("## Why a view does not count"))
                .results()
                .map(found -> found.group(1));

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    @Test
    void everyKindOfBotThatIsTriedIsNamed() throws IOException {
        var named = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(section("## How well it works"))
                .results()
                .map(found -> found.group(1));

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Kind.values())
                        .filter(Kind::fraud)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    @Test
    void theNumbersAreThoseOfTheRule() throws IOException {
        var page = Files.readString(PAGE);
        var rule = RuleSettings.PUBLIC;

        assertThat(page)
                .contains("**%d seconds**".formatted(rule.thresholdMillis() / 1_000))
                .contains("%d hours".formatted(rule.lateMillis() / 3_600_000))
                .contains("nobody heard for %d hours".formatted(Watch.LASTS_MILLIS / 3_600_000))
                .contains("%d seconds after the end".formatted(rule.pastEndMillis() / 1_000))
                .contains("%d %% and %d seconds".formatted(rule.slackPercent(), rule.slackMillis() / 1_000));
    }

    @Test
    void everyReasonOfAnImpressionIsExplained() throws IOException {
        var explained = Pattern.compile("`([a-z-]+)`[,:]")
                .matcher(section("## What an impression is"))
                .results()
                .map(found -> found.group(1));

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        ImpressionRule.REASONS.stream().map(Reason::code).toList());
        assertThat(section("## What an impression is"))
                .contains("%d hours".formatted(RuleSettings.PUBLIC.lateMillis() / 3_600_000));
    }

    private static String section(String heading) throws IOException {
        var page = Files.readString(PAGE);
        var from = page.indexOf(heading);
        assertThat(from).as(heading).isNotNegative();
        var to = page.indexOf("\n## ", from + 1);
        return page.substring(from, to < 0 ? page.length() : to);
    }
}
