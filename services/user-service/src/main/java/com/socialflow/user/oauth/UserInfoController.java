package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UserInfoController {

    private final UserInfo info;

    UserInfoController(UserInfo info) {
        this.info = info;
    }

    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Permit(value = "oauth.user-info", scope = "openid")
    ResponseEntity<Map<String, Object>> userInfo(Actor actor) {
        var claims = info.of(actor)
                .orElseThrow(() -> Problem.of(403, "insufficient-scope", "this needs a token with the scope openid")
                        .header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"openid\""));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(claims);
    }
}
