package com.socialflow.user.admin;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/claims")
class ClaimController {

    private final Claims claims;

    ClaimController(Claims claims) {
        this.claims = claims;
    }

    /** Its roles are in the tokens of the next refresh. */
    @PostMapping
    @Permit("admin.claim")
    ResponseEntity<Void> claim(@RequestBody AdminBodies.ClaimForm form, Actor actor) {
        var token = form.token();
        if (token == null) {
            throw Problem.invalid("token", "required", "this is needed");
        }
        if (!claims.claim(actor.account(), token)) {
            throw Problem.unprocessable(
                    "claim-invalid",
                    "there is an administrator, or the program was started again since: see its console");
        }
        return ResponseEntity.noContent().build();
    }
}
