package com.socialflow.social.live;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.CrossSite;
import com.socialflow.platform.policy.Permit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same news over a WebSocket. Its handshake is a request like others: limited, signed in and permitted. */
@RestController
class LiveSocketController {

    private static final String PATH = "/api/v1/socket";
    private static final String PROTOCOL = "websocket";

    private final LiveStreams streams;
    private final LivePump pump;

    LiveSocketController(LiveStreams streams, Clock clock) {
        this.streams = streams;
        this.pump = new LivePump(clock);
    }

    /** Upgrades the connection. A cookie comes along with any site's sockets: only our own pages may use it. */
    @Permit(value = "stream.open", scope = "notifications:read")
    @GetMapping(PATH)
    void socket(
            @RequestParam(required = false) @Nullable String lastEventId,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, DeploymentException {
        CrossSite.refusePage(request);
        if (!PROTOCOL.equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw Problem.of(426, "upgrade-required", "this address speaks WebSocket; /api/v1/stream is the other way")
                    .header(HttpHeaders.UPGRADE, PROTOCOL);
        }
        if (!(request.getServletContext().getAttribute(ServerContainer.class.getName())
                instanceof ServerContainer container)) {
            throw new IllegalStateException("nothing here speaks WebSocket");
        }
        var socket = new LiveSocket(streams, pump, actor, LiveStreamController.after(lastEventId));
        container.upgradeHttpToWebSocket(request, response, socket.config(PATH), Map.of());
    }
}
