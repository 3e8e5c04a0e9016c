CREATE TABLE video.counter (
    name  TEXT PRIMARY KEY,
    value INT NOT NULL
);
