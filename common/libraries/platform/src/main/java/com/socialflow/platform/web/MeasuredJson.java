package com.socialflow.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON with its length before it: the answer leaves in one piece instead of two, and is compressed only when
 * that is worth it.
 */
final class MeasuredJson extends JacksonJsonHttpMessageConverter {

    private static final int USUAL_BYTES = 2_048;

    MeasuredJson(JsonMapper json) {
        super(json);
    }

    @Override
    protected void writeInternal(
            Object value, ResolvableType type, HttpOutputMessage answer, @Nullable Map<String, Object> hints)
            throws IOException {
        var body = new ByteArrayOutputStream(USUAL_BYTES);
        super.writeInternal(value, type, new Buffered(answer.getHeaders(), body), hints);
        answer.getHeaders().setContentLength(body.size());
        body.writeTo(answer.getBody());
    }

    private record Buffered(HttpHeaders headers, OutputStream body) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return body;
        }
    }
}
