package com.socialflow.video.upload;

/** The right to write to an upload, until it is closed or lost. */
final class UploadLock implements AutoCloseable {

    private final UploadId upload;
    private final long token;
    private final UploadLocks locks;
    private volatile boolean taken;
    private volatile boolean lost;

    UploadLock(UploadId upload, long token, UploadLocks locks) {
        this.upload = upload;
        this.token = token;
        this.locks = locks;
    }

    UploadId upload() {
        return upload;
    }

    long token() {
        return token;
    }

    void take() {
        taken = true;
    }

    /** Whether its row says so too. */
    boolean taken() {
        return taken;
    }

    /** Whether writing must stop: the upload was given up, or this process was taken for dead. */
    boolean lost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    @Override
    public void close() {
        locks.release(this);
    }
}
