package com.socialflow.social.timelines;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/read-positions")
class ReadPositionController {

    /** Names of timelines and devices that clients choose: {@code home}, {@code list:0…}, {@code phone-7f3a}. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}:_.-]{1,100}");

    /** What a client sends. */
    record Body(@Nullable String position, @Nullable String device) {}

    /** One device's. */
    record DeviceView(String device, String position, Instant readAt) {}

    /** The last that was written, and all. */
    record PositionsView(
            @Nullable String position, @Nullable String device, List<DeviceView> devices) {}

    private final ReadPositions positions;

    ReadPositionController(ReadPositions positions) {
        this.positions = positions;
    }

    @Permit(value = "read-position.keep", scope = "posts:write")
    @PutMapping("/{timeline}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable String timeline, @RequestBody Body body, Actor actor) {
        positions.put(
                actor.account(),
                name("timeline", timeline),
                name("device", body.device() == null ? "web" : body.device()),
                position(body.position()));
    }

    @Permit(value = "read-position.read", scope = "posts:read")
    @GetMapping("/{timeline}")
    PositionsView get(@PathVariable String timeline, Actor actor) {
        var all = positions.of(actor.account(), name("timeline", timeline)).stream()
                .map(one -> new DeviceView(one.device(), Ids.format(one.position()), one.readAt()))
                .toList();
        return all.isEmpty()
                ? new PositionsView(null, null, all)
                : new PositionsView(all.getFirst().position(), all.getFirst().device(), all);
    }

    private static String name(String field, String text) {
        if (!NAME.matcher(text).matches()) {
            throw Problem.invalid(field, "bad-name", "1 to 100 letters, digits and : _ . -");
        }
        return text;
    }

    private static long position(@Nullable String text) {
        try {
            return Ids.parse(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("position", "bad-position", "the position of an item of the timeline");
        }
    }
}
