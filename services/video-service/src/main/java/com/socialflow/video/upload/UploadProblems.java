package com.socialflow.video.upload;

import com.socialflow.core.Problem;
import com.socialflow.platform.storage.StorageException;
import com.socialflow.video.upload.UploadBytes.Reception;
import com.socialflow.video.upload.Uploads.Announcement;

/** What clients are told when an upload can't go on. */
final class UploadProblems {

    private static final int RETRY_SECONDS = 5;

    private UploadProblems() {}

    static Upload accepted(Announcement announcement) {
        return switch (announcement) {
            case Announcement.Accepted(var upload) -> upload;
            case Announcement.NoSuchVideo() -> throw Problem.notFound("video");
            case Announcement.Refused() -> throw Problem.forbidden("only its owner uploads to a video");
            case Announcement.HasSource() -> throw hasSource();
            case Announcement.Empty() -> throw empty();
            case Announcement.TooLarge(var max) -> throw tooLarge(max);
            case Announcement.QuotaExceeded(var left) ->
                throw Problem.tooLarge("quota-exceeded", "of your space, %d bytes are left", left)
                        .extension("bytesLeft", left);
            case Announcement.TooMany(var max) ->
                throw Problem.conflict(
                        "too-many-uploads", "at most %d uploads at once: finish or delete some first", max);
            case Announcement.StorageFull() -> throw storageFull();
        };
    }

    private static Problem storageFull() {
        return Problem.of(507, "storage-full", "there is no room for more at the moment");
    }

    static Problem tooLarge(long max) {
        return Problem.tooLarge("upload-too-large", "a source has at most %d bytes", max)
                .extension("bytesMax", max);
    }

    static Problem empty() {
        return Problem.unprocessable("empty-file", "a source has at least one byte");
    }

    private static Problem hasSource() {
        return Problem.conflict("has-source", "this video has its source already: make another video");
    }

    static Problem of(Reception.Refusal refusal) {
        return switch (refusal) {
            case Reception.WrongOffset(var offset) ->
                Problem.conflict("offset-mismatch", "the upload goes on at byte %d", offset)
                        .header(Tus.OFFSET, Long.toString(offset));
            case Reception.TooLong() ->
                Problem.tooLarge("upload-too-large", "more bytes than the upload was announced with");
            case Reception.Mismatch() ->
                Problem.of(Tus.CHECKSUM_MISMATCH, "checksum-mismatch", "these bytes have another checksum");
            case Reception.Busy() ->
                Problem.of(423, "upload-locked", "another request writes to this upload")
                        .header("Retry-After", Integer.toString(RETRY_SECONDS));
            case Reception.BrokenOff() ->
                Problem.badRequest("body-incomplete", "the request ended before its body did");
            case Reception.TooSlow() ->
                Problem.of(408, "too-slow", "the bytes come too slowly: continue when they don't");
            case Reception.Gone() -> Problem.notFound("upload");
            case Reception.Superseded() -> hasSource();
        };
    }

    static Problem of(StorageException failure) {
        return failure.reason() == StorageException.Reason.FULL
                ? storageFull()
                : Problem.unavailable("storage-unavailable", RETRY_SECONDS, "storage does not answer: try again");
    }
}
