#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pcsc_relay.py DIR: brings a card that listens on DIR/card0 or DIR/card1 to the virtual reader on 127.0.0.1:35963 or :35964, inside the reader's own
network namespace. The reader has a card from when both can be reached until one of them goes."""
import fcntl
import os
import select
import socket
import struct
import sys
import threading
import time

RETRY_AFTER = 0.02
TCP_QUICKACK = 12  # without it each command waits 40 ms for an acknowledgement of its length bytes


def bring_up_loopback():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sH14s", b"lo", 0x1 | 0x40, b"")  # up and running
        fcntl.ioctl(any_socket, 0x8914, request)  # SIOCSIFFLAGS


def pump(card, reader):
    reader.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while True:
        for ready in select.select([card, reader], [], [])[0]:
            data = ready.recv(65536)
            if not data:
                return
            if ready is reader:
                reader.setsockopt(socket.IPPROTO_TCP, TCP_QUICKACK, 1)
            (card if ready is reader else reader).sendall(data)


def serve(path, port):
    while True:
        try:
            with socket.socket(socket.AF_UNIX) as card:
                card.connect(path)
                with socket.create_connection(("127.0.0.1", port)) as reader:
                    reader.setsockopt(socket.IPPROTO_TCP, TCP_QUICKACK, 1)
                    pump(card, reader)
        except OSError:
            pass
        time.sleep(RETRY_AFTER)


bring_up_loopback()
for number in (0, 1):
    threading.Thread(target=serve, args=(os.path.join(sys.argv[1], f"card{number}"), 35963 + number), daemon=True).start()
threading.Event().wait()
