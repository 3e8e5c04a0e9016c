package com.socialflow.viewcount.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Kafka's word for all entries of one request, which is one thing to wait for. */
final class Acknowledgement implements Callback {

    private final AtomicInteger missing;
    private final CompletableFuture<Boolean> all = new CompletableFuture<>();

    Acknowledgement(int entries) {
        missing = new AtomicInteger(entries);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata place, @Nullable Exception failure) {
        if (failure != null) {
            all.complete(false);
        } else if (missing.decrementAndGet() == 0) {
            all.complete(true);
        }
    }

    /** Whether it is known already that not all will be kept. */
    boolean failed() {
        return all.isDone() && !all.join();
    }

    /** Whether every entry is kept, as far as that is known within this time. */
    boolean await(Duration patience) {
        try {
            return all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
