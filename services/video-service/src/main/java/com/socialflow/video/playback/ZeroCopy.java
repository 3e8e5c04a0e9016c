package com.socialflow.video.playback;

import com.socialflow.platform.storage.ByteRange;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;

/**
 * Has the kernel send a file without its bytes passing through this program (sendfile(2)), as Tomcat offers it: by
 * request attributes, where the connection is neither encrypted nor HTTP/2. The thread is free while it is sent.
 */
final class ZeroCopy {

    /** Smaller bodies leave with their headers in one write, which is faster. */
    static final int BYTES_MIN = 16 * 1024;

    private static final String ATTRIBUTE = "org.apache.tomcat.sendfile.";

    private ZeroCopy() {}

    static boolean possible(HttpServletRequest request, long bytes) {
        return bytes >= BYTES_MIN && Boolean.TRUE.equals(request.getAttribute(ATTRIBUTE + "support"));
    }

    /** Takes effect when the request has been handled; the headers must be set, the body untouched. */
    static void send(HttpServletRequest request, Path file, ByteRange range) {
        request.setAttribute(ATTRIBUTE + "filename", file.toString());
        request.setAttribute(ATTRIBUTE + "start", range.first());
        request.setAttribute(ATTRIBUTE + "end", range.first() + range.length());
    }
}
