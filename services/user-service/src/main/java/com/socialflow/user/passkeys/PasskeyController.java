package com.socialflow.user.passkeys;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.accounts.People;
import com.socialflow.user.passkeys.Ceremony.Purpose;
import com.socialflow.user.passkeys.PasskeyBodies.CreationOptions;
import com.socialflow.user.passkeys.PasskeyBodies.MadeForm;
import com.socialflow.user.passkeys.PasskeyBodies.NameForm;
import com.socialflow.user.passkeys.PasskeyBodies.OptionsView;
import com.socialflow.user.passkeys.PasskeyBodies.PasskeyView;
import com.socialflow.user.passkeys.Passkeys.AddOutcome.Added;
import com.socialflow.user.passkeys.Passkeys.AddOutcome.Full;
import com.socialflow.user.passkeys.Passkeys.AddOutcome.Taken;
import com.socialflow.user.sessions.Reception;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/passkeys")
class PasskeyController {

    private final Ceremonies ceremonies;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final People people;
    private final Reception reception;

    PasskeyController(
            Ceremonies ceremonies,
            Authenticators authenticators,
            Passkeys passkeys,
            People people,
            Reception reception) {
        this.ceremonies = ceremonies;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.people = people;
        this.reception = reception;
    }

    @PostMapping("/options")
    @Permit("passkey.enrol")
    ResponseEntity<OptionsView<CreationOptions>> options(Actor actor, HttpServletRequest request) {
        var person = people.find(actor.account())
                .orElseThrow(() -> Problem.unauthorized("authentication-required", "this account is gone"));
        var begun = ceremonies.enrol(actor.account(), passkeys.userHandle(actor.account()), reception.origin(request));
        var present = passkeys.of(actor.account());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(CreationOptions.of(begun, person.username(), person.displayName(), present));
    }

    @PostMapping
    @Permit("passkey.enrol")
    ResponseEntity<PasskeyView> enrol(@RequestBody MadeForm form, Actor actor) {
        var answer = form.answer();
        var name = Passkey.name(form.name());
        var asked = ceremonies
                .end(answer.ceremony(), Purpose.ENROL)
                .filter(ceremony -> actor.account().equals(ceremony.account()))
                .orElseThrow(PasskeyController::refused);
        var handle = asked.userHandle();
        var key = authenticators.made(asked, answer.credentialJson()).orElseThrow(PasskeyController::refused);
        if (handle == null) {
            throw refused();
        }
        return switch (passkeys.addAnother(actor.account(), handle, key, name)) {
            case Added(var passkey) ->
                ResponseEntity.created(URI.create("/api/v1/me/passkeys/" + passkey.id()))
                        .body(PasskeyView.of(passkey));
            case Taken() -> throw Problem.conflict("passkey-taken", "this passkey is in use already");
            case Full() ->
                throw Problem.conflict("passkeys-full", "an account has at most %d passkeys", Passkey.PASSKEYS_MAX);
        };
    }

    private static Problem refused() {
        return Problem.unprocessable("passkey-refused", "this passkey could not be verified: try again");
    }

    @PatchMapping("/{id}")
    @Permit("passkey.rename")
    ResponseEntity<Void> rename(@PathVariable PasskeyId id, @RequestBody NameForm form, Actor actor) {
        if (form.name() == null) {
            throw Problem.invalid("name", "required", "this is needed");
        }
        if (!passkeys.rename(actor.account(), id, Passkey.name(form.name()))) {
            throw Problem.notFound("passkey");
        }
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}")
    @Permit("passkey.remove")
    ResponseEntity<Void> remove(@PathVariable PasskeyId id, Actor actor) {
        return switch (passkeys.remove(actor.account(), id)) {
            case REMOVED -> ResponseEntity.noContent().build();
            case NOT_THERE -> throw Problem.notFound("passkey");
            case LAST -> throw Problem.conflict("last-way-in", "set a password first: nothing else lets you in");
        };
    }
}
