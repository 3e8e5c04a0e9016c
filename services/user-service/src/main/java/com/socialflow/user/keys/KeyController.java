package com.socialflow.user.keys;

import com.socialflow.platform.policy.Permit;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KeyController {

    /** A token of a newer key makes its reader ask again. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SigningKeys keys;

    KeyController(SigningKeys keys) {
        this.keys = keys;
    }

    @Permit(value = "key.read", scope = Permit.ANY_SCOPE)
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(keys.published().toJSONObject(true));
    }
}
