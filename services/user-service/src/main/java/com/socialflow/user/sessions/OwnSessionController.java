package com.socialflow.user.sessions;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.sessions.SessionBodies.SessionList;
import com.socialflow.user.sessions.SessionBodies.SessionView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/sessions")
class OwnSessionController {

    private final Sessions sessions;

    OwnSessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @Permit("session.list")
    SessionList list(Actor actor) {
        return new SessionList(sessions.going(actor.account()).stream()
                .map(session -> SessionView.of(session, actor.session()))
                .toList());
    }

    @DeleteMapping("/{id}")
    @Permit("session.end-other")
    ResponseEntity<Void> end(@PathVariable String id, Actor actor) {
        if (!sessions.endRemotely(actor.account(), id)) {
            throw Problem.notFound("session");
        }
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    @Permit("session.end-other")
    ResponseEntity<Void> endOthers(Actor actor) {
        sessions.endOthers(actor.account(), actor.session(), "ended-remotely");
        return ResponseEntity.noContent().build();
    }
}
