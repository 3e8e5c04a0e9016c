package com.socialflow.viewcount.beacons;

import com.socialflow.core.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads a body up to its limit, whether its length is said first or not. */
public final class BeaconBody {

    /** As much as browsers let a page send as it is left. */
    public static final int BYTES_MAX = 64 << 10;

    private BeaconBody() {}

    /** The whole body. Memory grows with what arrives, not with what is announced. */
    public static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Problem tooLarge() {
        return Problem.tooLarge("too-large", "beacons have at most %d bytes together", BYTES_MAX);
    }
}
