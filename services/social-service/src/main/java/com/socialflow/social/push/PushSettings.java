package com.socialflow.social.push;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which push services are called.
 *
 * @param hosts of push services; {@code *.} in front stands for everything below, and {@code http://} for plain HTTP on
 *     any port, which is for a service of your own. A browser names the address that is
 *     called: others are refused, so that nobody makes this program call what only it can reach
 * @param contact whom a push service may write to about what we send: {@code mailto:} or {@code https:}; empty: the
 *     public address
 */
@ConfigurationProperties("socialflow.social.push")
record PushSettings(
        @DefaultValue({
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.push.apple.com",
            "*.notify.windows.com"
        })
        List<String> hosts,

        @DefaultValue("") String contact) {

    PushSettings {
        hosts = List.copyOf(hosts);
    }
}
