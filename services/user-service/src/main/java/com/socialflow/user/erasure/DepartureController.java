package com.socialflow.user.erasure;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.erasure.Departures.LeaveOutcome.Gone;
import com.socialflow.user.erasure.Departures.LeaveOutcome.LastAdministrator;
import com.socialflow.user.erasure.Departures.LeaveOutcome.Leaving;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/deletion")
class DepartureController {

    private final Departures departures;
    private final ErasureRounds rounds;

    DepartureController(Departures departures, ErasureRounds rounds) {
        this.departures = departures;
        this.rounds = rounds;
    }

    record DeletionView(Instant erasesAt) {}

    @GetMapping
    @Permit("deletion.read")
    DeletionView find(Actor actor) {
        return departures
                .find(actor.account())
                .map(departure -> new DeletionView(departure.erasesAt()))
                .orElseThrow(() -> Problem.notFound("deletion"));
    }

    @PostMapping
    @Permit("deletion.request")
    ResponseEntity<DeletionView> request(Actor actor) {
        return switch (departures.request(actor)) {
            case Leaving(var erasesAt) -> {
                rounds.soon();
                yield ResponseEntity.accepted().body(new DeletionView(erasesAt));
            }
            case LastAdministrator() ->
                throw Problem.unprocessable(
                        "last-administrator", "make somebody else an administrator first: nobody would be left");
            case Gone() -> throw Problem.unauthorized("authentication-required", "this account is gone");
        };
    }

    @DeleteMapping
    @Permit("deletion.undo")
    ResponseEntity<Void> undo(Actor actor) {
        if (!departures.undo(actor.account())) {
            throw Problem.notFound("deletion");
        }
        return ResponseEntity.noContent().build();
    }
}
