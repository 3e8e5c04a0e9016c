package com.socialflow.viewcount.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.views.AgentKind;
import com.socialflow.views.Device;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs say of themselves. */
class AgentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 300, textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0 Safari/537.36 | BROWSER | DESKTOP
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15 | BROWSER | DESKTOP
            Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 | BROWSER | DESKTOP
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) Version/26.0 Mobile/15E148 | BROWSER | PHONE
            Mozilla/5.0 (Linux; Android 10; K) Chrome/142.0.0.0 Mobile Safari/537.36 | BROWSER | PHONE
            Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG) Chrome/142.0.0.0 Mobile Safari/537.36 | BROWSER | PHONE
            Mozilla/5.0 (Linux; Android 13; SM-X700) Chrome/142.0.0.0 Safari/537.36 | BROWSER | TABLET
            Mozilla/5.0 (iPad; CPU OS 15_5 like Mac OS X) Version/15.5 Mobile/15E148 Safari/604.1 | BROWSER | TABLET
            Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) Version/5.0 TV Safari/537.36 | BROWSER | TV
            Mozilla/5.0 (Web0S; Linux/SmartTV) Chrome/108.0.0.0 Safari/537.36 | BROWSER | TV
            Mozilla/5.0 (PlayStation; PlayStation 5/9.00) | BROWSER | CONSOLE
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) Edge/44.18363.8740 | BROWSER | CONSOLE
            SocialFlow/3.1 (Android 16; Pixel 9) okhttp/5.1.0 | APP | PHONE
            AppleCoreMedia/1.0.0.22G86 (iPhone; U; CPU OS 18_6 like Mac OS X; en_us) | APP | PHONE
            Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | BOT | UNKNOWN
            Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) | BOT | UNKNOWN
            Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142.0.0.0 Safari/537.36 | BOT | DESKTOP
            facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php) | BOT | UNKNOWN
            Twitterbot/1.0 | BOT | UNKNOWN
            curl/8.14.1 | BOT | UNKNOWN
            python-requests/2.32.4 | BOT | UNKNOWN
            Java-http-client/25 | BOT | UNKNOWN
            Go-http-client/2.0 | BOT | UNKNOWN
            something else | UNKNOWN | UNKNOWN
            """)
    void agentsAreReadByTheirHeader(String header, AgentKind kind, Device device) {
        assertThat(Agent.of(header)).isEqualTo(new Agent(kind, device));
    }
}
