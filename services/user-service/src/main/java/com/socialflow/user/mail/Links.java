package com.socialflow.user.mail;

import static com.socialflow.core.Require.require;

import com.socialflow.platform.PlatformSettings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whole addresses of our pages, for letters. Never made of what a request says about itself: whoever asks for a reset
 * would choose the host that its link leads to.
 */
@Component
public class Links {

    private final PlatformSettings platform;
    private final Environment environment;

    Links(PlatformSettings platform, MailSettings mail, Environment environment) {
        require(
                mail.local() || !platform.publicUrl().isEmpty(),
                "socialflow.mail.smtp-url needs socialflow.public-url: links in mails begin with it");
        this.platform = platform;
        this.environment = environment;
    }

    /** The address of the front page. */
    public String site() {
        if (!platform.publicUrl().isEmpty()) {
            return platform.publicUrl();
        }
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }

    /** The address of a page, such as {@code settings/security}. */
    public String page(String path) {
        return site() + "/" + path;
    }

    /** The address of a page that reads the token from the fragment, which no server and no log ever sees. */
    public String page(String path, String token) {
        return page(path) + "#token=" + token;
    }
}
