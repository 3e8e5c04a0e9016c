package com.socialflow.platform.web;

import com.socialflow.core.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A page as clients see it. */
public record PageView<T>(List<T> items, @Nullable String nextCursor) {

    public PageView {
        items = List.copyOf(items);
    }

    /** The answer: the page, and a link to the next one (RFC 8288). */
    public static <R, T> ResponseEntity<PageView<T>> of(Page<R> page, Function<? super R, ? extends T> present) {
        var items = page.items().stream().<T>map(present).toList();
        var answer = ResponseEntity.ok();
        if (page.next().isEmpty()) {
            return answer.body(new PageView<>(items, null));
        }
        var cursor = page.next().get().toString();
        var next = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("cursor", cursor)
                .build()
                .toUriString();
        return answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next))
                .body(new PageView<>(items, cursor));
    }
}
