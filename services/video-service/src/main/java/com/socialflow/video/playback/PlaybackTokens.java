package com.socialflow.video.playback;

import com.socialflow.core.VideoId;
import com.socialflow.platform.secrets.MasterKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Writes and reads playback tokens: video, epoch and expiry in 16 bytes, the first 16 bytes of their HMAC-SHA256 (RFC
 * 2104 allows half), all in 43 characters that need no escaping in a path.
 */
class PlaybackTokens {

    /** Of a token's text: 32 bytes in base 64 without padding. */
    static final int LENGTH = 43;

    /** Tokens made within so long of each other are the same, so that what contains them stays the same, too. */
    static final Duration SAME_FOR = Duration.ofMinutes(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CLAIM_BYTES = Long.BYTES + Integer.BYTES + Integer.BYTES;
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKey key;
    private final Clock clock;
    private final Duration lifetime;

    PlaybackTokens(SecretKey key, Duration lifetime, Clock clock) {
        this.key = key;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    static PlaybackTokens of(MasterKey master, PlaybackSettings settings, Clock clock) {
        return new PlaybackTokens(master.derive("playback-token", ALGORITHM), settings.tokenLifetime(), clock);
    }

    /** A token that works for the configured lifetime, or up to {@link #SAME_FOR} longer. */
    String make(VideoId video, int epoch) {
        var step = SAME_FOR.toSeconds();
        var expiresAt = clock.instant().plus(lifetime).getEpochSecond() / step * step + step;
        return write(new PlaybackToken(video, epoch, Instant.ofEpochSecond(expiresAt)));
    }

    String write(PlaybackToken token) {
        var claim = ByteBuffer.allocate(CLAIM_BYTES)
                .putLong(token.video().value())
                .putInt(token.epoch())
                .putInt((int) token.expiresAt().getEpochSecond())
                .array();
        var whole = ByteBuffer.allocate(CLAIM_BYTES + SIGNATURE_BYTES)
                .put(claim)
                .put(sign(claim), 0, SIGNATURE_BYTES)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What the token says, if it was written here and has not expired. */
    Optional<PlaybackToken> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var claim = Arrays.copyOf(whole, CLAIM_BYTES);
        var signature = Arrays.copyOfRange(whole, CLAIM_BYTES, whole.length);
        if (!MessageDigest.isEqual(signature, Arrays.copyOf(sign(claim), SIGNATURE_BYTES))) {
            return Optional.empty();
        }
        var fields = ByteBuffer.wrap(claim);
        // Seconds as an unsigned number: good until 2106.
        var token = new PlaybackToken(
                new VideoId(fields.getLong()),
                fields.getInt(),
                Instant.ofEpochSecond(Integer.toUnsignedLong(fields.getInt())));
        return clock.instant().isBefore(token.expiresAt()) ? Optional.of(token) : Optional.empty();
    }

    private byte[] sign(byte[] claim) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(claim);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
