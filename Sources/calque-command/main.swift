import Calque

print("calque")
