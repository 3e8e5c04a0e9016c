package com.socialflow.video.playback;

import com.socialflow.platform.secrets.MasterKey;
import com.socialflow.platform.web.ProblemWriter;
import java.time.Clock;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what is no component: the tokens with their key, and the media servlet beside Spring's own. */
@Configuration(proxyBeanMethods = false)
class PlaybackConfiguration {

    @Bean
    static PlaybackTokens playbackTokens(MasterKey master, PlaybackSettings settings, Clock clock) {
        return PlaybackTokens.of(master, settings, clock);
    }

    @Bean
    static ServletRegistrationBean<MediaServlet> mediaServlet(
            PlaybackAccess access, MediaDelivery delivery, ProblemWriter problems) {
        return new ServletRegistrationBean<>(new MediaServlet(access, delivery, problems), MediaPath.ROOT + "*");
    }
}
