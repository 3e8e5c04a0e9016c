package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/clients")
class ClientController {

    private final Clients clients;

    ClientController(Clients clients) {
        this.clients = clients;
    }

    /** A program, as its owner sees it. */
    record ClientView(
            String id,
            String name,
            @Nullable String website,
            List<String> redirectUris,
            List<String> postLogoutRedirectUris,
            boolean confidential,
            List<String> grants,
            boolean dpop,
            Instant createdAt,
            @Nullable String secret) {

        static ClientView of(Client client, @Nullable String secret) {
            return new ClientView(
                    client.clientId(),
                    client.name(),
                    client.website(),
                    client.redirectUris(),
                    client.logoutUris(),
                    client.confidential(),
                    client.flows().stream().map(Flow::text).sorted().toList(),
                    client.dpop(),
                    client.createdAt(),
                    secret);
        }
    }

    /** All of them: there can't be many. */
    record ClientsView(List<ClientView> items) {}

    record SecretView(String secret) {}

    @GetMapping
    @Permit("client.list")
    ClientsView list(Actor actor) {
        return new ClientsView(clients.ofOwner(actor.account()).stream()
                .map(client -> ClientView.of(client, null))
                .toList());
    }

    @PostMapping
    @Permit("client.register")
    ResponseEntity<ClientView> register(@RequestBody ClientForm form, Actor actor) {
        return switch (clients.register(actor.account(), form.checked(null))) {
            case Clients.RegisterOutcome.Registered(var shown) ->
                ResponseEntity.created(URI.create(
                                "/api/v1/me/clients/" + shown.client().clientId()))
                        .cacheControl(CacheControl.noStore())
                        .body(ClientView.of(shown.client(), shown.secret()));
            case Clients.RegisterOutcome.TooMany(var most) ->
                throw Problem.unprocessable("too-many-clients", "at most %d programs for one person", most);
        };
    }

    @GetMapping("/{id}")
    @Permit("client.read")
    ClientView get(@PathVariable String id, Actor actor) {
        return clients.find(actor.account(), id)
                .map(client -> ClientView.of(client, null))
                .orElseThrow(() -> Problem.notFound("client"));
    }

    @PatchMapping("/{id}")
    @Permit("client.change")
    ClientView change(@PathVariable String id, @RequestBody ClientForm form, Actor actor) {
        return clients.change(actor.account(), id, form)
                .map(client -> ClientView.of(client, null))
                .orElseThrow(() -> Problem.notFound("client"));
    }

    @PostMapping("/{id}/secret")
    @Permit("client.rotate-secret")
    ResponseEntity<SecretView> rotateSecret(@PathVariable String id, Actor actor) {
        var secret = clients.rotateSecret(actor.account(), id)
                .map(Clients.Shown::secret)
                .orElseThrow(() -> Problem.notFound("client"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SecretView(secret));
    }

    @DeleteMapping("/{id}")
    @Permit("client.remove")
    ResponseEntity<Void> remove(@PathVariable String id, Actor actor) {
        if (!clients.remove(actor.account(), id)) {
            throw Problem.notFound("client");
        }
        return ResponseEntity.noContent().build();
    }
}
