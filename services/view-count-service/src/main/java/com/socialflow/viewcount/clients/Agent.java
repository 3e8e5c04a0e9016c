package com.socialflow.viewcount.clients;

import com.socialflow.views.AgentKind;
import com.socialflow.views.Device;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a User-Agent says, read with a short list of our own: it is a claim, and only honest ones need to be found. */
record Agent(AgentKind kind, Device device) {

    static final Agent UNKNOWN = new Agent(AgentKind.UNKNOWN, Device.UNKNOWN);

    /**
     * Crawlers, previews, monitors, tools and browsers without a screen. Many crawlers call themselves something-bot;
     * Cubot makes phones.
     */
    private static final Pattern BOT =
            Pattern.compile("(?<!cu)bot\\b|(?<!cu)bots?[/;)_-]|crawl|spider|slurp|scrap|headless|phantomjs"
                    + "|puppeteer|playwright|selenium|webdriver|lighthouse|pingdom|uptime|monitoring|facebookexternalhit"
                    + "|embedly|preview|validator|archiver|feedfetcher|google-inspectiontool|mediapartners"
                    + "|^(curl|wget|libwww-perl|python|java|go-http-client|ruby|php|perl|node|axios|got|undici"
                    + "|apache-httpclient|http_request2|guzzlehttp|postmanruntime|insomnia|wrk|ab|hey|k6|vegeta)\\b"
                    + "|python-requests|aiohttp|java-http-client|node-fetch|httpclient/");

    private static final Pattern APP = Pattern.compile(
            "socialflow|okhttp|cfnetwork|dalvik|exoplayer|media3|applecoremedia|stagefright|avfoundation");

    private static final Pattern CONSOLE = Pattern.compile("playstation|xbox|nintendo");
    private static final Pattern TV = Pattern.compile(
            "smart-?tv|googletv|google tv|android tv|appletv|apple tv|hbbtv|web0s|webos\\.tv|netcast|viera|bravia|roku"
                    + "|crkey|\\baft[a-z]+|tizen.+\\btv\\b|\\btv safari");
    private static final Pattern TABLET = Pattern.compile("ipad|tablet|kindle|silk/|^mozilla.*android(?!.*mobile)");
    private static final Pattern PHONE = Pattern.compile("iphone|ipod|mobile|android");
    private static final Pattern DESKTOP = Pattern.compile("windows nt|macintosh|x11|cros|linux");

    /** Of a header as it came; one that is empty says nothing. */
    static Agent of(String header) {
        if (header.isBlank()) {
            return UNKNOWN;
        }
        var text = header.toLowerCase(Locale.ROOT);
        return new Agent(kind(text), device(text));
    }

    private static AgentKind kind(String text) {
        if (BOT.matcher(text).find()) {
            return AgentKind.BOT;
        }
        if (APP.matcher(text).find()) {
            return AgentKind.APP;
        }
        return text.startsWith("mozilla/") || text.startsWith("opera/") ? AgentKind.BROWSER : AgentKind.UNKNOWN;
    }

    private static Device device(String text) {
        if (CONSOLE.matcher(text).find()) {
            return Device.CONSOLE;
        }
        if (TV.matcher(text).find()) {
            return Device.TV;
        }
        if (TABLET.matcher(text).find()) {
            return Device.TABLET;
        }
        if (PHONE.matcher(text).find()) {
            return Device.PHONE;
        }
        return DESKTOP.matcher(text).find() ? Device.DESKTOP : Device.UNKNOWN;
    }
}
