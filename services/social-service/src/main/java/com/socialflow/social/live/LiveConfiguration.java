package com.socialflow.social.live;

import jakarta.websocket.server.ServerContainer;
import java.util.Set;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what speaks WebSocket. No endpoint is registered with it: a controller decides who is let in. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    /** What a client may say at once; nothing that it says matters. A buffer of this size is held for each. */
    private static final int CLIENT_BYTES_MAX = 512;

    @Bean
    static ServletContextInitializer webSockets() {
        return context -> {
            new WsSci().onStartup(Set.of(), context);
            if (context.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer container) {
                container.setDefaultMaxTextMessageBufferSize(CLIENT_BYTES_MAX);
                container.setDefaultMaxBinaryMessageBufferSize(CLIENT_BYTES_MAX);
            }
        };
    }
}
