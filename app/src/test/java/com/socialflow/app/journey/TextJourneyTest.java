package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What somebody writes is read by people alone; what somebody is known by stays where scripts are not. */
class TextJourneyTest extends InBrowser {

    private static final String TEXT = "<img src=x onerror=document.title='taken'><b>bold</b> {{7*7}}";

    @Asvs({"V1.2.1", "V3.2.2"})
    @Test
    void aTitleThatIsAPageIsShownAsItWasWritten() {
        var name = SharedProgram.freshPerson();
        Person.anonymous(SharedProgram.get().address()).signIn(name).video(TEXT);
        visitor.isSignedInAs(name);
        visitor.open("/studio");
        visitor.page().getByText("onerror=document.title").first().waitFor();

        assertThat(visitor.page().locator("img[src='x']").count()).isZero();
        assertThat(visitor.page().locator("b:text-is('bold')").count()).isZero();
        assertThat(visitor.page().title()).isNotEqualTo("taken");
    }

    @Asvs({"V14.3.3", "V3.3.4"})
    @Test
    void noScriptFindsWhatSomebodyIsKnownBy() {
        var name = SharedProgram.freshPerson();
        visitor.isSignedInAs(name);
        visitor.open("/studio");
        visitor.sees("studio-empty");
        visitor.open("/settings/profile");
        visitor.sees("profile-display-name");

        var kept = String.valueOf(visitor.page()
                .evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"));

        assertThat(kept)
                .doesNotContain("eyJ", "@example.org", Person.PASSWORD, "1990-05-17", "sf_access", "sf_refresh");
        assertThat(visitor.context().cookies()).isNotEmpty().allMatch(cookie -> cookie.httpOnly);
        assertThat(URI.create(visitor.page().url()).getQuery()).isNull();
    }
}
